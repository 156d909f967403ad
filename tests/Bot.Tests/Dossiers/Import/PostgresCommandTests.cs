using Bot.Tests.Hosting;

namespace Bot.Tests.Dossiers.Import;

/// <inheritdoc/>
[Collection(PostgresRun.Name)]
public sealed class PostgresCommandTests(PostgresRun run) : CommandContract(new PostgresData(run));
