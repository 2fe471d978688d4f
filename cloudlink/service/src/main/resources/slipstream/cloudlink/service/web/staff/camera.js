// Offers the camera where the browser can read symbols, and spares a press after a photograph.
(async () => {
  const of = id => document.getElementById(id);
  of('picture').addEventListener('change', () => of('photo').submit());
  if (!('BarcodeDetector' in window) || !navigator.mediaDevices) return;
  const formats = await BarcodeDetector.getSupportedFormats();
  if (!formats.includes('qr_code')) return;
  const detector = new BarcodeDetector({formats: ['qr_code', 'code_128'].filter(f => formats.includes(f))});
  const video = of('seen');
  of('live').hidden = false;
  of('camera').addEventListener('click', async () => {
    try {
      video.srcObject = await navigator.mediaDevices.getUserMedia({video: {facingMode: 'environment'}});
    } catch (refused) {
      of('dark').hidden = false;
      return;
    }
    of('camera').hidden = true;
    video.hidden = false;
    await video.play();
    const look = async () => {
      const found = await detector.detect(video).catch(() => []);
      if (found.length === 0) {
        setTimeout(look, 150);
        return;
      }
      video.srcObject.getTracks().forEach(track => track.stop());
      of('code').maxLength = 200;
      of('code').value = found[0].rawValue;
      of('typed').submit();
    };
    look();
  });
})();
