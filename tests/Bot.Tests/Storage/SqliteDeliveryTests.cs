using Bot.Tests.Hosting;

namespace Bot.Tests.Storage;

/// <inheritdoc/>
public sealed class SqliteDeliveryTests() : DeliveryContract(new SqliteData());
