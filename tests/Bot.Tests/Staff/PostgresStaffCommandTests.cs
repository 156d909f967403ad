using Bot.Tests.Hosting;

namespace Bot.Tests.Staff;

/// <inheritdoc/>
[Collection(PostgresRun.Name)]
public sealed class PostgresStaffCommandTests(PostgresRun run) : StaffCommandContract(new PostgresData(run));
