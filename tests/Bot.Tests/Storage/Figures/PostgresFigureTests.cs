using Bot.Tests.Hosting;

namespace Bot.Tests.Storage.Figures;

/// <inheritdoc/>
[Collection(PostgresRun.Name)]
public sealed class PostgresFigureTests(PostgresRun run) : FigureContract(new PostgresData(run));
