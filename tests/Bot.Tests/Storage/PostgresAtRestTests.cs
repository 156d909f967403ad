using Bot.Tests.Hosting;

namespace Bot.Tests.Storage;

/// <inheritdoc/>
[Collection(PostgresRun.Name)]
public sealed class PostgresAtRestTests(PostgresRun run) : AtRestContract(new PostgresData(run));
