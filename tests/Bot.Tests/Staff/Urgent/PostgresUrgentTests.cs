using Bot.Tests.Hosting;

namespace Bot.Tests.Staff.Urgent;

/// <inheritdoc/>
[Collection(PostgresRun.Name)]
public sealed class PostgresUrgentTests(PostgresRun run) : UrgentContract(new PostgresData(run));
