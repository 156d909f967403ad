namespace StandIns.Serving;

/// <summary>One way in which the outside world fails a request.</summary>
public sealed record Fault
{
    private Fault(string name) => Name = name;

    public string Name { get; }

    /// <summary>Is the request carried out all the same?</summary>
    public bool Takes { get; private init; }

    /// <summary>Is the connection dropped instead of answered?</summary>
    public bool Drops { get; private init; }

    /// <summary>What is answered instead of the truth.</summary>
    public Answer? Answer { get; private init; }

    /// <summary>What is waited for: before the request is looked at or, if it is taken, before the answer.</summary>
    public Func<CancellationToken, Task>? Wait { get; private init; }

    /// <summary>The connection breaks before the request is looked at.</summary>
    public static Fault DropBefore { get; } = new("drop-before") { Drops = true };

    /// <summary>The request is carried out, but the connection breaks before the answer: the sender cannot know.</summary>
    public static Fault DropAfter { get; } = new("drop-after") { Takes = true, Drops = true };

    public static Fault NotJson { get; } = new("not-json") { Answer = new Answer(200, "<html>Bảo trì</html>", "text/html") };

    /// <summary>A proxy's page with the status, for example 500, 502, 503 or 504.</summary>
    public static Fault Status(int status) => new($"status-{status}") { Answer = Answer.Page(status) };

    /// <summary>The service refuses with an error of its own, and does nothing.</summary>
    public static Fault Refuse(Answer answer) => new("refuse") { Answer = answer };

    /// <summary>The request is carried out, but something between answers this instead, for example a proxy that lost patience.</summary>
    public static Fault TakeThen(Answer answer) => new("take-then") { Takes = true, Answer = answer };

    /// <summary>Time passes before the request is carried out; a sender that goes away meanwhile has sent nothing.</summary>
    public static Fault Stall(TimeSpan time) => new("stall") { Takes = true, Wait = cancel => Task.Delay(time, cancel) };

    /// <summary>The request is carried out at once, and time passes before the answer.</summary>
    public static Fault StallAfter(TimeSpan time) => new("stall-after") { Takes = true, Wait = cancel => Task.Delay(time, cancel), IsAfter = true };

    /// <summary>As <see cref="Stall"/>, until the test lets go.</summary>
    public static Fault Hold(Task until) => new("hold") { Takes = true, Wait = cancel => until.WaitAsync(cancel) };

    /// <summary>As <see cref="StallAfter"/>, until the test lets go.</summary>
    public static Fault HoldAfter(Task until) => new("hold-after") { Takes = true, Wait = cancel => until.WaitAsync(cancel), IsAfter = true };

    internal bool IsAfter { get; private init; }
}
