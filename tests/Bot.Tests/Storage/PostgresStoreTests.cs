using Bot.Tests.Hosting;

namespace Bot.Tests.Storage;

/// <inheritdoc/>
[Collection(PostgresRun.Name)]
public sealed class PostgresStoreTests(PostgresRun run) : StoreContract(new PostgresData(run));
