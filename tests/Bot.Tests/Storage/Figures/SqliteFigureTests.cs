using Bot.Tests.Hosting;

namespace Bot.Tests.Storage.Figures;

/// <inheritdoc/>
public sealed class SqliteFigureTests() : FigureContract(new SqliteData());
