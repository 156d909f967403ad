namespace Bot.Staff.Publishing;

/// <summary>What is to be done where a notice in a node's folder is not as its latest version.</summary>
internal enum Settling
{
    /// <summary>Nothing: they are the same.</summary>
    None,

    /// <summary>The version is written into the folder.</summary>
    WriteOut,

    /// <summary>The folder's text becomes a version.</summary>
    Record,

    /// <summary>The folder's text is kept aside as a clash, and the version is written into the folder.</summary>
    KeepAside,
}
