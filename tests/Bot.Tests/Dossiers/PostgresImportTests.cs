using Bot.Tests.Hosting;

namespace Bot.Tests.Dossiers;

/// <inheritdoc/>
[Collection(PostgresRun.Name)]
public sealed class PostgresImportTests(PostgresRun run) : ImportContract(new PostgresData(run));
