namespace Bot.Conversations;

/// <summary>The pure core: decides every turn from what is remembered and what just happened.</summary>
public sealed class Brain
{
    public Decision Decide(Conversation conversation, Turn turn) =>
        new(conversation, turn is Said said ? [new Reply("Quý vị nói: " + said.Text, Outcome.Small)] : []);
}
