using Bot.Tests.Hosting;

namespace Bot.Tests.Dossiers.Following;

/// <inheritdoc/>
public sealed class SqliteFollowTests() : FollowContract(new SqliteData());
