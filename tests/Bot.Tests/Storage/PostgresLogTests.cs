using Bot.Tests.Hosting;

namespace Bot.Tests.Storage;

/// <inheritdoc/>
[Collection(PostgresRun.Name)]
public sealed class PostgresLogTests(PostgresRun run) : LogContract(new PostgresData(run));
