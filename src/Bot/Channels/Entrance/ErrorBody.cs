namespace Bot.Channels.Entrance;

/// <summary>An error as the protocol writes it.</summary>
public sealed record ErrorBody(ErrorBody.Detail Error)
{
    /// <summary>A code for machines and a message for people.</summary>
    public sealed record Detail(string Code, string Message);
}
