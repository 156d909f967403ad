using Bot.Tests.Hosting;

namespace Bot.Tests.Dossiers.Import;

/// <inheritdoc/>
public sealed class SqliteCommandTests() : CommandContract(new SqliteData());
