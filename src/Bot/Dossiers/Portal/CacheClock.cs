using Microsoft.Extensions.Internal;

namespace Bot.Dossiers.Portal;

/// <summary>The clock of the process, as a memory cache asks for it.</summary>
internal sealed class CacheClock(TimeProvider time) : ISystemClock
{
    public DateTimeOffset UtcNow => time.GetUtcNow();
}
