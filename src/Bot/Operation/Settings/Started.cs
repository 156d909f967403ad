namespace Bot.Operation.Settings;

/// <summary>Whether the start has come to its end.</summary>
internal sealed class Started
{
    public volatile bool Yes;
}
