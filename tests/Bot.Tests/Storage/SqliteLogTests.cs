using Bot.Tests.Hosting;

namespace Bot.Tests.Storage;

/// <inheritdoc/>
public sealed class SqliteLogTests() : LogContract(new SqliteData());
