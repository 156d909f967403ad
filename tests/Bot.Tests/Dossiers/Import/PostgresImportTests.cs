using Bot.Tests.Hosting;

namespace Bot.Tests.Dossiers.Import;

/// <inheritdoc/>
[Collection(PostgresRun.Name)]
public sealed class PostgresImportTests(PostgresRun run) : ImportContract(new PostgresData(run));
