namespace Knowledge.Searching;

/// <summary>Two words that stand near one another in a question.</summary>
/// <param name="First">The earlier one, by number among the question's words.</param>
/// <param name="Second">The later one.</param>
/// <param name="IsNext">Whether nothing stands between them.</param>
/// <param name="Weight">The lesser of their weights.</param>
/// <param name="Rarity">How much it says that a passage holds one right behind the other.</param>
/// <param name="NearRarity">How much it says that a passage holds them near one another.</param>
internal readonly record struct AskedPair(int First, int Second, bool IsNext, float Weight, float Rarity, float NearRarity);
