using Bot.Tests.Hosting;

namespace Bot.Tests.Staff.Urgent;

/// <inheritdoc/>
public sealed class SqliteUrgentTests() : UrgentContract(new SqliteData());
