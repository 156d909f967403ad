using Bot.Tests.Hosting;

namespace Bot.Tests.Staff.Publishing;

/// <inheritdoc/>
public sealed class SqlitePublisherTests() : PublisherContract(new SqliteData());
