using System.Threading.Channels;

namespace Bot.Turns;

/// <summary>Somebody who delivers a conversation and waits for its log to grow.</summary>
public sealed class Listener : IDisposable
{
    // One ring is as good as many: the listener then reads all that is new.
    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly Action<Listener> leave;

    internal Listener(Action<Listener> leave) => this.leave = leave;

    /// <summary>Wakes the listener.</summary>
    public void Ring() => bell.Writer.TryWrite(true);

    /// <summary>Waits for the next ring; false when the listener was dismissed.</summary>
    public async ValueTask<bool> WaitAsync(CancellationToken stopping)
    {
        if (!await bell.Reader.WaitToReadAsync(stopping)) return false;
        bell.Reader.TryRead(out _);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => leave(this);

    internal void Dismiss() => bell.Writer.TryComplete();
}
