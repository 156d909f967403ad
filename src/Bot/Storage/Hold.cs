namespace Bot.Storage;

/// <summary>A name that this process holds alone among all that share the store, until it is released or the process dies.</summary>
public readonly struct Hold(Func<ValueTask>? release) : IAsyncDisposable
{
    /// <inheritdoc/>
    public ValueTask DisposeAsync() => release?.Invoke() ?? ValueTask.CompletedTask;
}
