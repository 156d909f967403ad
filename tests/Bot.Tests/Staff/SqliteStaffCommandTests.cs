using Bot.Tests.Hosting;

namespace Bot.Tests.Staff;

/// <inheritdoc/>
public sealed class SqliteStaffCommandTests() : StaffCommandContract(new SqliteData());
