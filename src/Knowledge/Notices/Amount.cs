namespace Knowledge.Notices;

/// <summary>What is paid by a number behind a code: "CV 5" is five times <paramref name="Each"/> đồng.</summary>
public sealed record Amount(string Code, int Each);
