using Bot.Tests.Hosting;

namespace Bot.Tests.Dossiers.Portal;

/// <inheritdoc/>
public sealed class SqliteLastKnownTests() : LastKnownContract(new SqliteData());
