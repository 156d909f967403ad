using Bot.Tests.Hosting;

namespace Bot.Tests.Dossiers.Portal;

/// <inheritdoc/>
[Collection(PostgresRun.Name)]
public sealed class PostgresLastKnownTests(PostgresRun run) : LastKnownContract(new PostgresData(run));
