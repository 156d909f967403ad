namespace Bot.Staff.Word.Reading;

/// <summary>A stream to be read that fails as soon as it gives more than it may, whatever its archive declares.</summary>
internal sealed class BoundedStream(Stream inner, long most, Func<Exception> tooMuch) : Stream
{
    /// <summary>How much it may still give.</summary>
    public long Left { get; private set; } = most;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        return (Left -= read) < 0 ? throw tooMuch() : read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
