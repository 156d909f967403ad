namespace Bot.Dossiers.Import;

/// <summary>What an import did.</summary>
public sealed record ImportReport
{
    public int Stored { get; init; }

    /// <summary>Rows that were left out because what is stored of their dossiers is newer.</summary>
    public int Older { get; init; }

    public int Removed { get; init; }

    /// <summary>The rows that cannot be used, the first thousand.</summary>
    public IReadOnlyList<(int Line, string Fault)> Faults { get; init; } = [];

    /// <summary>How many there are of them in all.</summary>
    public int FaultCount { get; init; }

    public IReadOnlyCollection<string> UnknownHeaders { get; init; } = [];

    public IReadOnlyCollection<string> UnknownStates { get; init; } = [];

    /// <summary>Why nothing, or not all, was imported; null when it was.</summary>
    public string? Refusal { get; init; }

    /// <summary>Whether the reason may be gone a little later.</summary>
    public bool IsPassing { get; init; }

    /// <summary>The rows that cannot be used, a line each.</summary>
    public IEnumerable<string> FaultLines => Faults.Select(fault => $"dòng {fault.Line}: {fault.Fault}")
        .Concat(FaultCount > Faults.Count ? [$"… và {FaultCount - Faults.Count} dòng lỗi nữa"] : []);

    /// <summary>All else, for the operator: a refusal in one line.</summary>
    public IEnumerable<string> Lines
    {
        get
        {
            if (Refusal is not null)
            {
                yield return Refusal;
                yield break;
            }
            if (UnknownHeaders.Count > 0) yield return "Cột không dùng: " + string.Join(", ", UnknownHeaders);
            if (UnknownStates.Count > 0) yield return "Trạng thái ngoài danh mục, giữ nguyên văn: " + string.Join(", ", UnknownStates);
            if (Older > 0) yield return $"{Older} dòng cũ hơn dữ liệu đang có, bỏ qua.";
            yield return $"{Stored} hồ sơ đã nhập, {Removed} hồ sơ đã bỏ, {FaultCount} dòng lỗi.";
        }
    }
}
