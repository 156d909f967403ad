using Bot.Tests.Hosting;

namespace Bot.Tests.Storage;

/// <inheritdoc/>
[Collection(PostgresRun.Name)]
public sealed class PostgresDeliveryTests(PostgresRun run) : DeliveryContract(new PostgresData(run));
