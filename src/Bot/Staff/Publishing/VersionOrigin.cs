namespace Bot.Staff.Publishing;

/// <summary>How a version came about.</summary>
public enum VersionOrigin
{
    /// <summary>Published on the pages, through the gate.</summary>
    Page,

    /// <summary>Changed in the folder, by hand or by git: the operator's way round the gate.</summary>
    Disk,

    /// <summary>An older version taken back.</summary>
    Back,
}
