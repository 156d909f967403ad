using Bot.Tests.Hosting;

namespace Bot.Tests.Staff.Publishing;

/// <inheritdoc/>
[Collection(PostgresRun.Name)]
public sealed class PostgresPublisherTests(PostgresRun run) : PublisherContract(new PostgresData(run));
