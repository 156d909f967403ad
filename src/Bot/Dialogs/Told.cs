namespace Bot.Dialogs;

/// <summary>Sentences of an answer, and the key of the one among them that a notice says, too; null where none does.</summary>
public readonly record struct Told(string Text, string? Key = null)
{
    public static implicit operator Told(string text) => new(text);
}
