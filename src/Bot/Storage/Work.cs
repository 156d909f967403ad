namespace Bot.Storage;

/// <summary>One piece of work that waits for a writer.</summary>
internal abstract class Work
{
    /// <summary>Does it; a failure is kept for the caller and told by the return value.</summary>
    public abstract bool Run(Session session);

    /// <summary>Marks as failed what was done already, since its transaction did not come about.</summary>
    public abstract void Fail(Exception error);

    /// <summary>The failure, if there was one.</summary>
    public abstract Exception? Failure { get; }

    /// <summary>Tells the caller.</summary>
    public abstract void Complete();
}

/// <summary>The same with its result.</summary>
internal sealed class Work<T>(Func<Session, T> work) : Work
{
    // Continuations run elsewhere: a writer must not do its callers' work.
    private readonly TaskCompletionSource<T> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? result;
    private Exception? failure;

    public Task<T> Done => done.Task;

    public override Exception? Failure => failure;

    public override bool Run(Session session)
    {
        failure = null;
        try
        {
            result = work(session);
            return true;
        }
        catch (Exception error)
        {
            failure = error;
            return false;
        }
    }

    public override void Fail(Exception error) => failure = error;

    public override void Complete()
    {
        if (failure is not null) done.SetException(failure);
        else done.SetResult(result!);
    }
}
