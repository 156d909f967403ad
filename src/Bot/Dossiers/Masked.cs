namespace Bot.Dossiers;

/// <summary>Names as they may be shown: enough for their owner to recognise, too little for anybody else.</summary>
public static class Masked
{
    /// <summary>"Nguyễn Văn An" as "N*** V*** A***".</summary>
    public static string Name(string name) => string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word[..1] + "***"));
}
