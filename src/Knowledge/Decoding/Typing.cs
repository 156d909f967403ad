namespace Knowledge.Decoding;

/// <summary>How a text was typed.</summary>
/// <param name="Accented">The share of its words that carry a diacritic (0 to 1).</param>
/// <param name="IsKeystrokes">Whether the input method was off: several words are keystrokes and no words.</param>
internal readonly record struct Typing(float Accented, bool IsKeystrokes);
