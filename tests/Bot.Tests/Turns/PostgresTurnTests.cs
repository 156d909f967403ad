using Bot.Tests.Hosting;

namespace Bot.Tests.Turns;

/// <inheritdoc/>
[Collection(PostgresRun.Name)]
public sealed class PostgresTurnTests(PostgresRun run) : TurnContract(new PostgresData(run));
