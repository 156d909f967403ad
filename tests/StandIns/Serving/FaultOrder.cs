namespace StandIns.Serving;

/// <summary>A fault that is ordered from outside, as JSON: {"kind":"drop-after","count":2,"path":"/messages"}.</summary>
internal sealed record FaultOrder(string Kind, int Count = 1, string? Path = null, int Code = 0, double Seconds = 0, int Seed = 1, double Probability = 0, IReadOnlyList<FaultOrder>? Of = null)
{
    public void Give(StandIn standIn)
    {
        switch (Kind)
        {
            case "clear":
                standIn.Faults.Clear();
                break;
            case "pass":
                standIn.Faults.Pass(Count, Path);
                break;
            case "rate-limit":
                standIn.Faults.RateLimit(Count, TimeSpan.FromSeconds(Seconds), Path);
                break;
            case "random":
                standIn.Faults.Randomly(Seed, Probability, [.. (Of ?? []).Select(order => order.Fault(standIn))], Path);
                break;
            // Count 0: until cleared.
            case var _ when Count == 0:
                standIn.Faults.Always(Fault(standIn), Path);
                break;
            default:
                standIn.Faults.Next(Fault(standIn), Count, Path);
                break;
        }
    }

    private Fault Fault(StandIn standIn) => Kind switch
    {
        "error" => Serving.Fault.Refuse(standIn.Error(Code) ?? throw new ArgumentException($"no documented error {Code}")),
        "status" => Serving.Fault.Status(Code),
        "not-json" => Serving.Fault.NotJson,
        "drop-before" => Serving.Fault.DropBefore,
        "drop-after" => Serving.Fault.DropAfter,
        "stall" => Serving.Fault.Stall(TimeSpan.FromSeconds(Seconds)),
        "stall-after" => Serving.Fault.StallAfter(TimeSpan.FromSeconds(Seconds)),
        _ => throw new ArgumentException($"unknown kind of fault: {Kind}"),
    };
}
