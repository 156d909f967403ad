namespace Bot.Recognizers;

/// <summary>What has a code's shape in a message, in normal form, and the code if its day is real.</summary>
public sealed record DossierCodeReading(string Text, DossierCode? Code);
