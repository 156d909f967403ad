using Bot.Tests.Hosting;

namespace Bot.Tests.Dossiers.Import;

/// <inheritdoc/>
[Collection(PostgresRun.Name)]
public sealed class PostgresSnapshotTests(PostgresRun run) : SnapshotContract(new PostgresData(run));
