namespace Bot.Protocol;

/// <summary>A button; of type "imBack" it posts its value as the citizen's own message.</summary>
public sealed record CardAction(string Type, string Title, string Value);
