using Bot.Tests.Hosting;

namespace Bot.Tests.Storage;

/// <inheritdoc/>
public sealed class SqliteStoreTests() : StoreContract(new SqliteData());
