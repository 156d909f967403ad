namespace StandIns.Serving;

/// <summary>What a stand-in's rules made of a request: the answer, whether it took effect, and the message that was taken.</summary>
public sealed record Verdict(Answer Answer, bool Accepted = false, TakenMessage? Message = null)
{
    public static implicit operator Verdict(Answer refusal) => new(refusal);
}
