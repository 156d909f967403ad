using Bot.Tests.Hosting;

namespace Bot.Tests.Dossiers;

/// <inheritdoc/>
public sealed class SqliteImportTests() : ImportContract(new SqliteData());
