namespace Knowledge.Analysis;

/// <summary>What a short form stands for; with neighbours, only where one of them stands within two words of it.</summary>
public sealed record Abbreviation(string Short, string Expansion, PhraseTable<bool>? Neighbours);
