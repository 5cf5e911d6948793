import * as THREE from "three";
import { Vector3, Matrix4, Quaternion, Euler, Color, Raycaster, Mesh, BoxGeometry } from "three";

console.log(THREE.REVISION, Object.keys(THREE).length > 300, THREE[Symbol.toStringTag]);

const v = new Vector3(1, 2, 3).applyEuler(new Euler(0.1, 0.2, 0.3, "XYZ")).normalize();
console.log(v.toArray(), v.length());
console.log(new Quaternion().setFromEuler(new Euler(1, 2, 3)).toArray());
console.log(new Matrix4().makePerspective(-1, 1, 1, -1, 0.1, 100).invert().elements);
console.log(new Color("rebeccapurple").getHexString(), new Color().setHSL(0.3, 0.5, 0.5).getStyle());

const scene = new THREE.Scene();
const group = new THREE.Group();
group.position.set(0, 0, -5);
group.rotation.y = Math.PI / 4;
const mesh = new Mesh(new BoxGeometry(1, 1, 1, 2, 2, 2), new THREE.MeshBasicMaterial({ color: 0xff0000 }));
mesh.name = "box";
group.add(mesh);
scene.add(group);
scene.updateMatrixWorld(true);
console.log(mesh.getWorldPosition(new Vector3()).toArray(), mesh.geometry.attributes.position.count);

const ray = new Raycaster(new Vector3(0, 0, 0), new Vector3(0, 0, -1));
console.log(ray.intersectObject(scene, true).map((hit) => [hit.distance, hit.object.name, hit.faceIndex]));

const camera = new THREE.PerspectiveCamera(75, 16 / 9, 0.1, 1000);
camera.position.set(3, 4, 5);
camera.lookAt(0, 0, 0);
camera.updateMatrixWorld();
console.log(new Vector3(1, 1, 1).project(camera).toArray());
console.log(new THREE.Frustum().setFromProjectionMatrix(camera.projectionMatrix).planes.map((p) => p.constant));

for (const geometry of [
  new THREE.SphereGeometry(1, 8, 6),
  new THREE.TorusKnotGeometry(1, 0.4, 16, 4),
  new THREE.CylinderGeometry(1, 2, 3, 6),
  new THREE.IcosahedronGeometry(1, 1),
  new THREE.LatheGeometry([new THREE.Vector2(0, 0), new THREE.Vector2(1, 1)], 5),
]) {
  geometry.computeBoundingSphere();
  console.log(geometry.type, geometry.constructor.name, geometry.attributes.position.count, geometry.boundingSphere.radius);
}

const curve = new THREE.CatmullRomCurve3([new Vector3(0, 0, 0), new Vector3(1, 2, 0), new Vector3(3, 1, 1)]);
console.log(curve.getLength(), curve.getPointAt(0.3).toArray());
const shape = new THREE.Shape().moveTo(0, 0).lineTo(1, 0).lineTo(1, 1).lineTo(0, 1);
console.log(THREE.ShapeUtils.area(shape.getPoints()), new THREE.ExtrudeGeometry(shape, { depth: 1, bevelEnabled: false }).attributes.position.count);

const mixer = new THREE.AnimationMixer(mesh);
const clip = new THREE.AnimationClip("move", 1, [new THREE.VectorKeyframeTrack(".position", [0, 1], [0, 0, 0, 1, 2, 3])]);
mixer.clipAction(clip).play();
mixer.update(0.25);
console.log(mesh.position.toArray());
console.log(THREE.MathUtils.clamp(5, 0, 3), THREE.MathUtils.seededRandom(7), THREE.MathUtils.isPowerOfTwo(64));

class Spinner extends THREE.Object3D {}
console.log(Spinner.name, new Spinner() instanceof THREE.EventDispatcher, THREE.Vector3.name, THREE.WebGLRenderer.name);
const seen = [];
mesh.addEventListener("removed", (event) => seen.push(event.type));
group.remove(mesh);
console.log(seen, new THREE.Box3().setFromObject(mesh).max.toArray());
try {
  new THREE.WebGLRenderer();
} catch (error) {
  console.log(error.name, error.message);
}
