using Bot.Tests.Hosting;

namespace Bot.Tests.Staff.Unanswered;

/// <inheritdoc/>
public sealed class SqliteWishTests() : WishContract(new SqliteData());
