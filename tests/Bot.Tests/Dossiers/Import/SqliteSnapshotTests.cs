using Bot.Tests.Hosting;

namespace Bot.Tests.Dossiers.Import;

/// <inheritdoc/>
public sealed class SqliteSnapshotTests() : SnapshotContract(new SqliteData());
