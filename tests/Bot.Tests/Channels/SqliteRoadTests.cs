using Bot.Tests.Hosting;

namespace Bot.Tests.Channels;

/// <inheritdoc/>
public sealed class SqliteRoadTests() : RoadContract(new SqliteData());
