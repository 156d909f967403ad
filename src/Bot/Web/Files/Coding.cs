namespace Bot.Web.Files;

/// <summary>How a file is compressed on its way.</summary>
public enum Coding
{
    Identity,
    Gzip,
    Brotli,
}
