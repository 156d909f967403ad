namespace Knowledge.Notices;

/// <summary>Something wrong in a content file, at a line (from 1) that staff can go to; a warning does not fail a check.</summary>
public sealed record Fault(string File, int Line, string Message, bool IsWarning = false)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Line}: {(IsWarning ? "cảnh báo: " : "")}{Message}";
}
