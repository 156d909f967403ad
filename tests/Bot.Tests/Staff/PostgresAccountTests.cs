using Bot.Tests.Hosting;

namespace Bot.Tests.Staff;

/// <inheritdoc/>
[Collection(PostgresRun.Name)]
public sealed class PostgresAccountTests(PostgresRun run) : AccountContract(new PostgresData(run));
