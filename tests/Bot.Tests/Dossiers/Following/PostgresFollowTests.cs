using Bot.Tests.Hosting;

namespace Bot.Tests.Dossiers.Following;

/// <inheritdoc/>
[Collection(PostgresRun.Name)]
public sealed class PostgresFollowTests(PostgresRun run) : FollowContract(new PostgresData(run));
